// What a technical contact writes about a network: its name, the AS number that announces it, and the address of its geofeed file.
import { z } from "zod";
import { parseAsn } from "../domain/autonomous-system.ts";
import { readGeofeedUrl } from "../domain/geofeed-url.ts";
import { longestNetworkName, networkNamePattern } from "../domain/network-name.ts";

export const networkDetailsInput = z.object({
  name: z
    .string()
    .trim()
    .max(longestNetworkName, { message: "problems.nameTooLong" })
    .regex(networkNamePattern, { message: "problems.nameMalformed" }),
  // Source: RFC 7607: AS 0 announces nothing.
  originAsn: z
    .string()
    .trim()
    .refine((text) => text === "" || (parseAsn(text) ?? 0) > 0, { message: "problems.asnMalformed" })
    .transform((text) => (text === "" ? null : (parseAsn(text) ?? null))),
  geofeedUrl: z
    .string()
    .trim()
    .refine((text) => text === "" || readGeofeedUrl(text) !== undefined, { message: "problems.geofeedMalformed" })
    .transform((text) => readGeofeedUrl(text) ?? null),
  version: z.coerce.number().int(),
});
