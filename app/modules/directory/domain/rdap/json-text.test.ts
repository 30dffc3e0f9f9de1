// An answer in pieces is, put together, what it is when written whole, whichever of its parts last.
import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonPieces, lasting } from "./json-text.ts";

const part = fc.oneof(
  fc.record({
    kind: fc.constant("lasting"),
    value: fc.oneof(fc.array(fc.string()), fc.dictionary(fc.string(), fc.nat())),
  }),
  fc.record({ kind: fc.constant("own"), value: fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.string()) }),
);

test("pieces put together are what JSON.stringify makes", () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string({ minLength: 1 }).map((name) => `m${name.length}_${name.replace(/[^a-z]/g, "")}`),
        part,
      ),
      (parts) => {
        const object = Object.fromEntries(
          Object.entries(parts).map(([name, { kind, value }]) => [
            name,
            kind === "lasting" ? lasting(value as object) : value,
          ]),
        );
        const text = Buffer.concat(jsonPieces(object)).toString();
        expect(text).toBe(JSON.stringify(object));
        // Asked again, the lasting parts are not written again, and say the same.
        expect(Buffer.concat(jsonPieces(object)).toString()).toBe(text);
      },
    ),
  );
});
