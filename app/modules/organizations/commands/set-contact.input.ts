// Who is to become a contact: the one that was chosen, or what was typed to find one.
import { z } from "zod";

export const namedPersonInput = z
  .object({ person: z.string().trim().max(200).default(""), accountId: z.string().max(100).optional() })
  .refine(({ person, accountId }) => person !== "" || accountId !== undefined, {
    message: "problems.personMissing",
    path: ["person"],
  });
