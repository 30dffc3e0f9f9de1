// What a mail is made of. One description gives both the HTML and the plain text, so that they say the same.
import type { TFunction } from "i18next";
import { z } from "zod";
import type { Formats } from "#app/platform/language/formats.ts";

export type Block =
  | { readonly kind: "text"; readonly text: string }
  /** The one thing to do. */
  | { readonly kind: "button"; readonly label: string; readonly href: string }
  /** Something to copy letter by letter. */
  | { readonly kind: "code"; readonly label: string; readonly value: string }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  /** Something that must not be overlooked. */
  | { readonly kind: "notice"; readonly text: string };

export interface Fact {
  readonly term: string;
  readonly value: string;
}

/** What a template writes; greeting and closing are the layout's. */
export interface Body {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

/** What every template is given besides its own properties. */
export interface Pen {
  /** The sentences of one language, namespace "notifications". */
  readonly t: TFunction;
  readonly formats: Formats;
}

/** What is sealed with every mail. */
export const addressee = {
  toAddress: z.email(),
  toName: z.string().optional(),
  /** It is about an election for practice, and says so first. Source: CM/Rec(2017)5 no. 4. */
  isTest: z.boolean().optional(),
};

export interface Template {
  readonly schema: z.ZodObject;
  write(properties: unknown, pen: Pen): Body;
}

/** Ties a schema to the function that writes with what it accepts. */
export function template<Schema extends z.ZodObject>(
  schema: Schema,
  write: (properties: z.infer<Schema>, pen: Pen) => Body,
): Template {
  return { schema, write: (properties, pen) => write(schema.parse(properties), pen) };
}

/** An instant of the properties as the reader writes it. */
export function moment(pen: Pen, instant: string): string {
  return pen.formats.moment(new Date(instant));
}
