// A text in the three languages as the database keeps it, for the schemas that read it.
import { z } from "zod";

export const trilingualText = z.object({ es: z.string(), en: z.string(), pt: z.string() });
