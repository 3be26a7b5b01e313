// <remedy-faq>: its class, its attributes as properties, its events.

/** What a visitor has ticked: the detail of `remedy-faq-change`. */
export interface RemedyFaqChange {
  /** The ids of the remedies that were tried. */
  tried: string[];
  /** How many remedies the document has. */
  total: number;
}

/** The detail of `remedy-faq-error`. */
export interface RemedyFaqError {
  message: string;
}

/** The events of the element. They bubble, and leave shadow roots. */
export interface RemedyFaqEventMap {
  // the events
}

/** The element. Every attribute is a property too; one that is absent reads as an empty text. */
export declare class RemedyFaq extends HTMLElement {
  // the attributes as properties
}

/** Defines `<remedy-faq>`, unless it is defined already or there are no elements here, as on a server. */
export declare const define: () => void;

declare global {
  interface HTMLElementTagNameMap {
    "remedy-faq": RemedyFaq;
  }
  interface GlobalEventHandlersEventMap extends RemedyFaqEventMap {}
}
