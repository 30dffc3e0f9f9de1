// How a name server answered for a zone, in the short words that WHOIS shows (nsstat).

/**
 * AA: authoritative. TO: no answer in time. NA: answered, not authoritatively. UD: does not know the zone. UH: the name has no address.
 * FAIL: said that it failed. REFUSED: refuses. CN: its name, or the
 * zone's at this server, is an alias (RFC 2181 §10.1, §10.3). CR: nothing listens. ERROR: anything else.
 */
export const serverStatuses = ["AA", "TO", "NA", "UD", "UH", "FAIL", "REFUSED", "CN", "CR", "ERROR"] as const;
export type ServerStatus = (typeof serverStatuses)[number];

export function asServerStatus(word: string): ServerStatus {
  const status = serverStatuses.find((each) => each === word);
  if (status === undefined) throw new Error(`"${word}" is no status of a name server`);
  return status;
}

/** What is read of an answer to the question for a zone's SOA. */
export interface SoaAnswer {
  readonly rcode: string;
  readonly isAuthoritative: boolean;
  /** The names of the SOA records among the answers, with their serial numbers. */
  readonly soas: readonly { readonly name: string; readonly serial: number }[];
  /** The names of the CNAME records among the answers. */
  readonly aliases: readonly string[];
}

/** The status that an answer gives, and the zone's serial number where it is authoritative. */
export function statusOfAnswer(
  zone: string,
  { rcode, isAuthoritative, soas, aliases }: SoaAnswer,
): [ServerStatus, number?] {
  if (rcode === "REFUSED") return ["REFUSED"];
  if (rcode === "SERVFAIL") return ["FAIL"];
  if (rcode === "NXDOMAIN") return ["UD"];
  if (rcode !== "NOERROR") return ["ERROR"];
  if (!isAuthoritative) return ["NA"];
  if (aliases.some((name) => name.toLowerCase() === zone)) return ["CN"];
  const soa = soas.find(({ name }) => name.toLowerCase() === zone);
  // Why unknown: it knows a zone above and says that there is no SOA here, so the zone itself is not there.
  return soa === undefined ? ["UD"] : ["AA", soa.serial];
}

/** Of several addresses of one server: one that answers is enough; otherwise what the first one said. */
export function bestOf<Given extends { readonly status: ServerStatus }>(answers: readonly Given[]): Given | undefined {
  return answers.find(({ status }) => status === "AA") ?? answers[0];
}

const hostsToCompare = 5;

/** Whether it is rather us who hear nothing: of many different servers not one said anything at all. Then nobody is to be blamed. */
export function isOurOwnTrouble(asked: readonly { readonly host: string; readonly status: ServerStatus }[]): boolean {
  const hosts = new Set(asked.map(({ host }) => host));
  return hosts.size >= hostsToCompare && asked.every(({ status }) => status === "TO" || status === "ERROR");
}
