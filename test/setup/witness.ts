// A witness of its own making over real HTTP: what c2sp.org/tlog-witness asks of one, written without the log's code for requests,
// trees or notes, so that a misreading on one side shows.
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

const sha256 = (...parts: readonly (Buffer | string)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const nodeOf = (left: Buffer, right: Buffer) => sha256(Buffer.from([1]), left, right);

export interface RunningWitness {
  readonly name: string;
  readonly url: string;
  readonly vkey: string;
  /** What it remembers of the log. */
  readonly known: { size: number; root: string };
  /** The statuses that it answered, in order. */
  readonly answers: number[];
  /** Whatever it does wrong on purpose. */
  behaviour: "honest" | "signs falsely" | "is silent";
  stop(): Promise<void>;
}

/** Starts a witness that trusts one log, given as its vkey. Its clock is the test's. */
export async function startWitness(
  logVkey: string,
  now: () => Date,
  name = "witness.example/w1",
): Promise<RunningWitness> {
  const [logName = "", , logKeyText = ""] = logVkey.split("+");
  const logKey = Buffer.from(
    logVkey.slice(logVkey.indexOf("+", logName.length + 1) + 1) || logKeyText,
    "base64",
  ).subarray(1);
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const ownKey = publicKey.export({ type: "spki", format: "der" }).subarray(-32);
  const id = sha256(`${name}\n`, Buffer.from([4]), ownKey).subarray(0, 4);
  const known = { size: 0, root: "" };
  const answers: number[] = [];
  const witness = { behaviour: "honest" } as { behaviour: RunningWitness["behaviour"] };

  const answerTo = (body: string): [status: number, text: string] => {
    const blank = body.indexOf("\n\n");
    const [old = "", ...proofLines] = body.slice(0, blank).split("\n");
    const note = body.slice(blank + 2);
    const text = note.slice(0, note.lastIndexOf("\n\n") + 1);
    const [origin = "", sizeText = "", rootText = ""] = text.split("\n");
    if (origin !== logName) return [404, "unknown log"];
    if (!isSigned(note, text, logName, logKey)) return [403, "not signed by the log"];
    const [oldSize, size] = [Number(old.replace("old ", "")), Number(sizeText)];
    if (!/^old \d+$/.test(old) || oldSize > size) return [400, "old size"];
    if (oldSize !== known.size) return [409, `${known.size}\n`];
    if (oldSize === size && known.size > 0 && known.root !== rootText) return [409, `${known.size}\n`];
    const proof = proofLines.map((line) => Buffer.from(line, "base64"));
    if (!isContinued(known, { size, root: rootText }, proof)) return [422, "not consistent"];
    Object.assign(known, { size, root: rootText });
    const time = Math.floor(now().getTime() / 1000);
    const said = witness.behaviour === "signs falsely" ? time + 1 : time;
    const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${said}\n${text}`), privateKey);
    const timeBytes = Buffer.alloc(8);
    timeBytes.writeBigUInt64BE(BigInt(time));
    return [200, `— ${name} ${Buffer.concat([id, timeBytes, signature]).toString("base64")}\n`];
  };

  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      if (witness.behaviour === "is silent") return void response.destroy();
      const [status, text] = request.url === "/add-checkpoint" ? answerTo(body) : ([404, ""] as [number, string]);
      answers.push(status);
      response.writeHead(status, { "Content-Type": status === 409 ? "text/x.tlog.size" : "text/plain" }).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(witness, {
    name,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    vkey: `${name}+${id.toString("hex")}+${Buffer.concat([Buffer.from([4]), ownKey]).toString("base64")}`,
    known,
    answers,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}

function isSigned(note: string, text: string, name: string, key: Buffer): boolean {
  const id = sha256(`${name}\n`, Buffer.from([1]), key).subarray(0, 4);
  // Source: RFC 8410 §4: the fixed bytes before an Ed25519 key in SPKI.
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), key]);
  const publicKey = createPublicKey({ key: der, format: "der", type: "spki" });
  return note
    .slice(text.length + 1)
    .split("\n")
    .filter((line) => line.startsWith(`— ${name} `))
    .map((line) => Buffer.from(line.split(" ")[2] ?? "", "base64"))
    .some((bytes) => bytes.subarray(0, 4).equals(id) && verify(null, Buffer.from(text), publicKey, bytes.subarray(4)));
}

interface Head {
  readonly size: number;
  readonly root: string;
}

/** Source: RFC 6962 §2.1.2, by recursion over the definition of PROOF and not by the iteration that the log's library uses. */
function isContinued(old: Head, next: Head, proof: readonly Buffer[]): boolean {
  if (old.size === 0) return proof.length === 0;
  if (old.size === next.size) return proof.length === 0 && old.root === next.root;
  const rest = [...proof];
  const roots = rebuild(old.size, next.size, true, Buffer.from(old.root, "base64"), rest);
  return (
    roots !== undefined &&
    rest.length === 0 &&
    roots.old.toString("base64") === old.root &&
    roots.next.toString("base64") === next.root
  );
}

/** SUBPROOF read backwards: takes hashes from the end of `rest`. */
function rebuild(
  first: number,
  size: number,
  isWhole: boolean,
  oldRoot: Buffer,
  rest: Buffer[],
): { old: Buffer; next: Buffer } | undefined {
  if (first === size) {
    const known = isWhole ? oldRoot : rest.shift();
    return known && { old: known, next: known };
  }
  let split = 1;
  while (split * 2 < size) split *= 2;
  const beside = rest.pop();
  if (beside === undefined) return undefined;
  if (first <= split) {
    const left = rebuild(first, split, isWhole, oldRoot, rest);
    return left && { old: left.old, next: nodeOf(left.next, beside) };
  }
  const right = rebuild(first - split, size - split, false, oldRoot, rest);
  return right && { old: nodeOf(beside, right.old), next: nodeOf(beside, right.next) };
}
