// <remedy-faq> in JSX, for React 19 and later: import type {} from "remedy-faq/react".
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { RemedyFaq, RemedyFaqChange, RemedyFaqError } from "./element.js";

export interface RemedyFaqProps extends DetailedHTMLProps<HTMLAttributes<RemedyFaq>, RemedyFaq> {
  // the attributes
  // the events
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "remedy-faq": RemedyFaqProps;
    }
  }
}
