// Front door for the browser: the band that no page of the commission hides.
export { linkToAlerts } from "./links.ts";
export { AlertBand } from "./ui/alert-band.tsx";
export type { WaitingAlerts } from "./ui/alert-band.tsx";
