// Who is to become the contact: the holder's administrative contact, one that was chosen, or what was typed to find one.
import { z } from "zod";

export const resourceContactInput = z
  .object({
    person: z.string().trim().max(200).default(""),
    accountId: z.string().max(100).optional(),
    isAdministrative: z
      .literal("yes")
      .optional()
      .transform((word) => word === "yes"),
  })
  .refine(({ person, accountId, isAdministrative }) => isAdministrative || person !== "" || accountId !== undefined, {
    message: "problems.personMissing",
    path: ["person"],
  });
