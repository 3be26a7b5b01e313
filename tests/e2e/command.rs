//! Commands that fantoccini does not know: a method, a path below the session, a body.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::Value;
use url::{ParseError, Url};

#[derive(Debug)]
pub struct Command(Method, String, Option<Value>);

impl Command {
    pub fn get(path: String) -> Self {
        Self(Method::GET, path, None)
    }

    pub fn post(path: &str, body: Value) -> Self {
        Self(Method::POST, path.to_owned(), Some(body))
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.1))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (self.0.clone(), self.2.as_ref().map(Value::to_string))
    }
}
