// What may be written about an organisation. Messages are keys of this module's sentences.
import { z } from "zod";

function line(longest: number) {
  return z.string().trim().max(longest, "problems.tooLong").default("");
}

export const organizationFields = {
  name: z.string({ error: "problems.nameMissing" }).trim().min(1, "problems.nameMissing").max(200, "problems.tooLong"),
  country: z
    .string({ error: "problems.countryMalformed" })
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "problems.countryMalformed"),
  street: line(200),
  city: line(120),
  postalCode: line(20),
  phone: line(40).refine((phone) => phone === "" || /^\+?[0-9 ().\-[\]]{5,40}$/.test(phone), "problems.phoneMalformed"),
};

export const organizationInput = z.object(organizationFields);
export type OrganizationInput = z.input<typeof organizationInput>;
