// React 18: what must type-check, and, after each @ts-expect-error, what must not.
import * as React from "react";
import type { RemedyFaq } from "remedy-faq";
import type {} from "remedy-faq/react-18";

export const Page = () => {
  const element = React.useRef<RemedyFaq>(null);
  return (
    <main>
      <remedy-faq ref={element} key="one" class="faq" src="questions.json" storage="none" exclusive="" open="all" heading-level={3}>
        <p>Loading …</p>
      </remedy-faq>
      {/* @ts-expect-error React 18 writes false as an attribute, and so would set it */}
      <remedy-faq exclusive={false} />
      {/* @ts-expect-error React 18 writes className as it stands */}
      <remedy-faq className="faq" />
      {/* @ts-expect-error React 18 does not listen to the events of elements */}
      <remedy-faq onremedy-faq-change={() => {}} />
      {/* @ts-expect-error no such place to keep ticks */}
      <remedy-faq storage="cookie" />
    </main>
  );
};
