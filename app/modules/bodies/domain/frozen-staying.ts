// Who stays in office, as an election froze it: read through one schema by everybody who reads it. What else stands there is kept to the
// letter, because the hash of the seat ground is over all of it.
import { z } from "zod";

const stayingMember = z.looseObject({
  name: z.string(),
  citizenships: z.array(z.string()),
  employerGroup: z.string(),
});

const stayingHolder = stayingMember.extend({ bodyKey: z.string(), from: z.string(), until: z.string() });

/** What the caps look at; nobody where nothing was frozen. Throws where the row is none of ours. */
export function readStayingMembers(frozen: unknown): z.infer<typeof stayingMember>[] {
  return z.array(stayingMember).parse(frozen ?? []);
}

/** The same with the terms in office. */
export function readStayingHolders(frozen: unknown): z.infer<typeof stayingHolder>[] {
  return z.array(stayingHolder).parse(frozen ?? []);
}
