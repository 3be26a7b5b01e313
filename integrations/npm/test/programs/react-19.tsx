// React 19: what must type-check, and, after each @ts-expect-error, what must not.
import { useRef } from "react";
import type { RemedyFaq } from "remedy-faq";
import type {} from "remedy-faq/react";

export const Page = () => {
  const element = useRef<RemedyFaq>(null);
  return (
    <main>
      <remedy-faq
        ref={element}
        key="one"
        className="faq"
        id="faq"
        src="questions.json"
        storage="none"
        exclusive={false}
        open="all"
        heading-level={3}
        loading="eager"
        lang="en"
        onremedy-faq-change={(event) => event.detail.tried.join()}
        onremedy-faq-error={(event) => event.detail.message.trim()}
        onremedy-faq-ready={() => element.current?.open}
      >
        <p>Loading …</p>
      </remedy-faq>
      {/* @ts-expect-error no such place to keep ticks */}
      <remedy-faq storage="cookie" />
      {/* @ts-expect-error a flag is a boolean */}
      <remedy-faq exclusive="yes" />
      {/* @ts-expect-error no such attribute */}
      <remedy-faq theme="dark" />
      {/* @ts-expect-error the detail has no such field */}
      <remedy-faq onremedy-faq-change={(event) => event.detail.ticked} />
    </main>
  );
};
