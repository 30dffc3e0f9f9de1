// What a commission member's browser publishes: public, or sealed for somebody else. There is no field in which a key, a share
// or a voting code could travel.
import { z } from "zod";

// Security: the longest honest message is that of 50 seats in the larger group; more is not read.
const text = z.string().min(1).max(1_000_000);

const issuedEntry = z.strictObject({
  rollEntryId: z.string().min(1).max(100),
  eligibilityTag: z.string().regex(/^[0-9a-f]{64}$/),
  sealedVotingCode: z.string().min(1).max(20_000),
  accessKeyHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

export const ceremonyMessage = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("certificate"), certificate: text, shareRecipient: text }),
  z.strictObject({
    kind: z.literal("polynomial"),
    coefexps: text,
    signature: text,
    sealedShares: z.array(text).max(50),
  }),
  z.strictObject({ kind: z.literal("verification-key"), verificationKey: text }),
  z.strictObject({ kind: z.literal("rehearsal"), partialDecryption: text }),
  z.strictObject({ kind: z.literal("partial-decryption"), partialDecryption: text }),
  z.strictObject({
    kind: z.literal("credentials"),
    credentialsPayload: z.string().min(2).max(100_000_000),
    issued: z.array(issuedEntry).max(200_000),
  }),
]);

export type CeremonyMessage = z.infer<typeof ceremonyMessage>;
