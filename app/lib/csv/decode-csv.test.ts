import { expect, test } from "vitest";
import { csvByteOrderMark, decodeCsv } from "./index.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

test("a file in UTF-8 is read, with or without its mark", () => {
  expect(decodeCsv(bytesOf("name\nJosé"))).toEqual({ ok: true, value: "name\nJosé" });
  expect(decodeCsv(bytesOf(`${csvByteOrderMark}name\r\nJoão 🗳`))).toEqual({ ok: true, value: "name\r\nJoão 🗳" });
});

test("a file in Windows-1252 or in UTF-16 is refused with the first line that is wrong", () => {
  const windows = Buffer.from("name\nAna\nJosé\nJoão", "latin1");
  expect(decodeCsv(windows)).toMatchObject({ ok: false, error: { code: "NOT_UTF8", details: { line: 3 } } });
  const unfinished = bytesOf("name\nJosé").slice(0, -1);
  expect(decodeCsv(unfinished)).toMatchObject({ error: { code: "NOT_UTF8", details: { line: 2 } } });
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("name\n", "utf16le")]);
  expect(decodeCsv(utf16)).toMatchObject({ error: { code: "NOT_UTF8", details: { line: 1 } } });
});
