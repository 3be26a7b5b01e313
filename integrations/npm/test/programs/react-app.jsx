// A page made by React 19, which listens to the element.
import { createRoot } from "react-dom/client";
import "remedy-faq";

const changed = ({ detail }) => (document.title = `${detail.tried} of ${detail.total}`);
createRoot(document.getElementById("app")).render(
  <remedy-faq exclusive={false} open="first" heading-level={2} loading="eager" onremedy-faq-change={changed}>
    <p>Loading …</p>
  </remedy-faq>,
);
