// Who is seated, for how long, and why: plurality block vote, then caps applied down the ranking, reasoned line by line.
// Source: the published count of an electoral commission of 2018, in which the second of the ranking was passed over.
export { couldChangeResult, electedByVotes } from "./could-change-result.ts";
export type { ChangeBound } from "./could-change-result.ts";
export { countSeats } from "./count-seats.ts";
export { drawFormKinds, drawFormLengths, drawOrder, isDrawForm, isOfForm } from "./draw-order.ts";
export type { AnnouncedDraw, DrawForm } from "./draw-order.ts";
export { employerKey } from "./employer-key.ts";
export { sentenceOf } from "./sentences.ts";
export type { SentenceFormats, SentenceLanguage } from "./sentences.ts";
export type {
  CountLine,
  CountOutcome,
  ElectedSeat,
  OpenTie,
  Seatable,
  SeatCountInput,
  Staying,
  TieDecision,
  TieReason,
} from "./types.ts";
