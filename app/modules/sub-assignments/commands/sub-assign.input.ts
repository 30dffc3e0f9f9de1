// What is said about a sub-assignment: who receives it, as what, since when. Messages are keys of this module's sentences.
import { z } from "zod";
import { longestNetworkName, networkNamePattern } from "#app/modules/resources/index.ts";

function line(longest: number) {
  return z
    .string()
    .trim()
    .max(longest, "problems.tooLong")
    .regex(/^\P{Cc}*$/u, "problems.severalLines");
}

function needed(longest: number, problem: string) {
  return line(longest).min(1, problem);
}

/** A recipient whom the register does not know yet. Source: policy manual §2.3: name, postal address, contact. */
export const newRecipientInput = z.object({
  name: needed(200, "problems.nameMissing"),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "problems.countryMalformed"),
  street: needed(200, "problems.addressMissing"),
  city: needed(120, "problems.addressMissing"),
  postalCode: line(20).default(""),
  phone: line(40).regex(/^\+?[0-9 ().\-[\]]{5,40}$/, "problems.phoneMalformed"),
  contactName: needed(120, "problems.contactMissing"),
  contactEmail: z
    .string()
    .trim()
    .max(200, "problems.tooLong")
    .pipe(z.email({ error: "problems.emailMalformed" })),
});
export type NewRecipient = z.output<typeof newRecipientInput>;

export const customerInput = z.object({
  /** The handle of who receives it ("orgID"); the block's own holder for a residential area. */
  recipient: z.union([z.object({ handle: z.string().trim().min(1) }), newRecipientInput]),
  /** May the recipient give parts of it on? */
  mayPassOn: z.boolean(),
  isResidential: z.boolean(),
  /** A name of the network; of a residential one the service area or the equipment. */
  name: line(longestNetworkName).regex(networkNamePattern, "problems.networkNameMalformed"),
  /** YYYY-MM-DD */
  assignedOn: line(10),
  /** User IDs; "" for the recipient's administrative contact. */
  technicalUserId: line(40).default(""),
  abuseUserId: line(40).default(""),
});
export type CustomerInput = z.output<typeof customerInput>;
