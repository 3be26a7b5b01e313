// <remedy-faq> in JSX, for React 18: import type {} from "remedy-faq/react-18". Events need a ref there and
// addEventListener; a flag is set by "" and left out otherwise; `class` is written as in HTML.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { RemedyFaq } from "./element.js";

export interface RemedyFaqProps extends Omit<DetailedHTMLProps<HTMLAttributes<RemedyFaq>, RemedyFaq>, "className"> {
  class?: string | undefined;
  // the attributes
  // the events
}

declare global {
  namespace JSX {
    interface IntrinsicElements {
      "remedy-faq": RemedyFaqProps;
    }
  }
}
