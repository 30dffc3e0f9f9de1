// Front door for the browser: where the directory is asked.
export { linkToLookup } from "./links.ts";
export { LookupField } from "./ui/lookup-field.tsx";
