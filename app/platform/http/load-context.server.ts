// What the web server hands to every loader and action.
import type { Ground } from "../context.server.ts";

declare module "@remix-run/node" {
  // Why: loaders and actions answer values as they are (dates, undefined); this tells the types so.
  interface Future {
    v3_singleFetch: true;
  }

  interface AppLoadContext {
    readonly ground: Ground;
    /** The nonce that the page's scripts carry; the browser runs no other. */
    readonly cspNonce: string;
    /** Where the request came from, for rate limits only; never stored beside a ballot. */
    readonly clientAddress: string;
  }
}

export {};
