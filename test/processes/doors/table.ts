// The table of who-may-open-what.md: a line for each method and address, read and written so that a difference can be copied into the file.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Door } from "./knock.ts";

const file = fileURLToPath(new URL("../who-may-open-what.md", import.meta.url));

export interface DoorLine {
  /** Method and address. */
  readonly door: string;
  /** The stage of the election that is asked for. */
  readonly stage: string;
  /** For each who knocks, in the order of the columns. */
  readonly answers: readonly string[];
  readonly line: string;
}

type Named = Pick<Door, "method" | "path">;

export const nameOfDoor = ({ method, path }: Named) => `${method} ${path}`;

export function writeDoorLine(door: Named, stage: string, answers: readonly string[]): string {
  return `| ${[nameOfDoor(door), stage, ...answers].join(" | ")} |`;
}

/** The lines of the file, by door. */
export function readDoorTable(): ReadonlyMap<string, DoorLine> {
  const lines = readFileSync(file, "utf8").split("\n");
  const rows = lines.filter((line) => /^\| (GET|POST) /.test(line));
  return new Map(
    rows.map((row) => {
      const [door = "", stage = "", ...answers] = row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [door, { door, stage, answers, line: `| ${[door, stage, ...answers].join(" | ")} |` }];
    }),
  );
}
