// A file as an answer: whole where all went well, broken off where something failed, and read no faster than it is taken.
import { expect, test } from "vitest";
import { answerCsv } from "./file-answer.server.ts";

test("a table is sent with its mark, its header and its cells in CSV's own writing", async () => {
  const answer = answerCsv("people", ["name", "note"], [[["Ana, María", "=1+1"]], [["Berta", 'so "called"']]]);
  expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="people.csv"');
  expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(
    `\uFEFFname,note\r\n"Ana, María",'=1+1\r\nBerta,"so ""called"""\r\n`,
  );
});

test("what fails while it is written breaks the answer off; nothing is written ahead of the reader, or after he has gone", async () => {
  let written = 0;
  let isEnded = false;
  async function* parts(fails: boolean) {
    try {
      for (; written < 50; written += 1) {
        if (fails && written === 3) throw new Error("the database is gone");
        yield await Promise.resolve([[String(written)]]);
      }
    } finally {
      isEnded = true;
    }
  }
  await expect(answerCsv("file", ["number"], parts(true)).text()).rejects.toThrow();
  written = 0;
  isEnded = false;
  const reader = answerCsv("file", ["number"], parts(false)).body?.getReader();
  await reader?.read();
  await reader?.read();
  await reader?.cancel();
  expect(written).toBeLessThan(4);
  expect(isEnded).toBe(true);
});
