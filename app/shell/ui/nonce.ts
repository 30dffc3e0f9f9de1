// The nonce of the content security policy, for the scripts that a page carries itself. Empty in the browser, where it is hidden.
import { createContext } from "react";

export const NonceContext = createContext("");
