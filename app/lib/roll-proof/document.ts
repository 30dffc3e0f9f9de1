// The file that a member downloads: her entry, its private part with the salt, and the way up to the root.
import type { Json } from "../canonical-json/index.ts";
import type { Result } from "../result/index.ts";
import { err, ok } from "../result/index.ts";
import type { RollPublicPart } from "./leaf.ts";

export const rollProofFormat = "plenaria-roll-proof/1";

export interface RollProof {
  readonly format: typeof rollProofFormat;
  readonly electionId: string;
  /** 1 when the roll was frozen, one more with every change. */
  readonly rollVersion: number;
  readonly root: string;
  /** How many entries the tree has. Why no check of its own: trees of two sizes may have a way of the same shape, and what a root promises is the entry. */
  readonly size: number;
  /** From 0, in the order of the handles. */
  readonly index: number;
  readonly public: RollPublicPart;
  readonly private: Json;
  /** Hexadecimal digits. */
  readonly salt: string;
  /** From the leaf upwards: RFC 9162 §2.1.3. */
  readonly path: readonly string[];
}

/** Reads a proof out of parsed JSON; the error names the member that is missing or of another kind. */
export function readRollProof(value: unknown): Result<RollProof, string> {
  if (!isRecord(value) || value["format"] !== rollProofFormat) return err("format");
  for (const name of ["electionId", "root", "salt"]) if (typeof value[name] !== "string") return err(name);
  for (const name of ["rollVersion", "size", "index"]) if (!Number.isSafeInteger(value[name])) return err(name);
  const { public: part, path, private: hidden, root, salt } = value;
  if (!isPublicPart(part)) return err("public");
  if (hidden === undefined) return err("private");
  if (!Array.isArray(path) || !path.every(isHash)) return err("path");
  if (!isHash(root)) return err("root");
  if (!isHex(salt)) return err("salt");
  return ok(value as unknown as RollProof);
}

const textMembers = ["handle", "name", "country", "class", "category", "ruleVersion", "channel", "privateHash"];

function isPublicPart(value: unknown): value is RollPublicPart {
  return (
    isRecord(value) &&
    textMembers.every((name) => typeof value[name] === "string") &&
    Number.isSafeInteger(value["votes"])
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isHex(value: unknown): boolean {
  return typeof value === "string" && /^([0-9a-f]{2})*$/.test(value);
}

function isHash(value: unknown): boolean {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
