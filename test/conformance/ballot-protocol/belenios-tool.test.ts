// A program that nobody here wrote, in both directions: belenios-tool 2.0 verifies an archive of ours, and we verify an
// archive that it makes while the test runs, with one ballot and one decryption of ours among its own.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { fastestBackend } from "#app/lib/ballot-protocol/backends/fastest-backend.node.ts";
import {
  archiveBytes,
  createBallot,
  dataRecord,
  makePartialDecryption,
  readArchive,
  verifyArchive,
} from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { describeWith } from "#test/setup/requirements.ts";
import { seededRandom } from "./support/seeded-random.ts";
import { archiveOf, makeElection } from "./support/whole-election.ts";

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "belenios-"));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs the tool; gives its standard output, or throws with what it said. */
function tool(folder: string, parameters: readonly string[], input = ""): string {
  return execFileSync("belenios-tool", parameters, {
    encoding: "utf8",
    stdio: ["pipe", "pipe", "pipe"],
    cwd: folder,
    input,
  });
}

function toolVerifies(archive: Uint8Array, uuid: string): { status: number | null; said: string } {
  const folder = newFolder();
  writeFileSync(join(folder, `${uuid}.bel`), archive);
  const run = spawnSync("belenios-tool", ["election", "verify", "--dir", folder], { encoding: "utf8" });
  return { status: run.status, said: run.stderr };
}

function onlyFile(folder: string, ending: string): string {
  return join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? "");
}

/** An election set up by the tool: three credentials of weights 2, 5 and 1, one trustee. */
function setUpElection(folder: string): { archivePath: string; electionPayload: string; codes: string[] } {
  const group = ["--group", "BELENIOS-2048"];
  const uuid = execFileSync("belenios-tool", ["setup", "generate-token"], { encoding: "utf8" }).trim();
  writeFileSync(join(folder, "voters.txt"), "a,a,2\nb,b,5\nc,c,1\n");
  writeFileSync(
    join(folder, "template.json"),
    '{"description":"d","name":"n","questions":[{"answers":["A","B"],"blank":true,"min":1,"max":1,"question":"Q"}]}',
  );
  tool(folder, ["setup", "generate-credentials", "--uuid", uuid, ...group, "--file", join(folder, "voters.txt")]);
  tool(folder, ["setup", "generate-trustee-key", ...group]);
  writeFileSync(join(folder, "public_keys.jsons"), readFileSync(onlyFile(folder, ".pubkey")));
  writeFileSync(join(folder, "public_creds.json"), readFileSync(onlyFile(folder, ".pubcreds")));
  tool(folder, ["setup", "make-trustees"]);
  tool(folder, ["setup", "make-election", "--uuid", uuid, ...group, "--template", join(folder, "template.json")]);
  const lines = readFileSync(onlyFile(folder, ".privcreds"), "utf8").trim().split("\n");
  const electionPayload = readFileSync(join(folder, "election.json"), "utf8").trim();
  tool(folder, ["archive", "init"]);
  return {
    archivePath: join(folder, `${uuid}.bel`),
    electionPayload,
    codes: lines.map((line) => line.split(" ")[1] ?? ""),
  };
}

function addEvent(folder: string, type: string, input: string): void {
  tool(folder, ["archive", "add-event", `--type=${type}`], input);
}

describeWith("belenios-tool", "belenios-tool 2.0", () => {
  const ours = makeElection({ group: "BELENIOS-2048" });

  // Requirement: CM 17, S4, CM 35, V8
  test("finds our archive good: 2 of 3 trustees, weights, a blank ballot and a revote", () => {
    expect(toolVerifies(archiveOf(ours), ours.definition.uuid)).toMatchObject({
      status: 0,
      said: expect.stringContaining("all checks passed") as string,
    });
  });

  test("finds our archive good when the other trustees decrypt, and before anybody voted", () => {
    const others = makeElection({ group: "BELENIOS-2048", decryptingOwners: [1, 3], votes: [] });
    expect(toolVerifies(archiveOf(others), others.definition.uuid).status).toBe(0);
  });

  test("refuses our archive when we announce another result", () => {
    const lie = { ...ours, result: (ours.result ?? "").replace("[[2", "[[3") };
    expect(toolVerifies(archiveOf(lie), ours.definition.uuid).status).not.toBe(0);
  });

  test("makes an archive that we find good, with a ballot and the decryption of ours in it", () => {
    const folder = newFolder();
    const { archivePath, electionPayload, codes } = setUpElection(folder);
    const byTool = (choices: string, code: string) => {
      writeFileSync(join(folder, "choices"), choices);
      writeFileSync(join(folder, "code"), code);
      return tool(folder, [
        "election",
        "generate-ballot",
        "--privcred",
        join(folder, "code"),
        "--ballot",
        join(folder, "choices"),
      ]);
    };
    const byUs = createBallot({
      electionPayload,
      code: codes[1] ?? "",
      choices: [[1, 0, 0]],
      random: seededRandom("ours"),
    });
    for (const ballot of [byTool("[[0,1,0]]", codes[0] ?? ""), byUs, byTool("[[0,0,1]]", codes[0] ?? "")])
      addEvent(folder, "Ballot", ballot);
    addEvent(folder, "EndBallots", "");
    const tallied = tool(folder, ["election", "compute-encrypted-tally"]);
    addEvent(folder, "EncryptedTally", tallied);
    const [encryptedTally = ""] = tallied.split("\n");
    const secret = JSON.parse(readFileSync(onlyFile(folder, ".privkey"), "utf8")) as string;
    const payload = makePartialDecryption({
      electionPayload,
      encryptedTally,
      secret,
      random: seededRandom("decryption"),
    });
    addEvent(
      folder,
      "PartialDecryption",
      `${payload}\n${JSON.stringify({ owner: 1, payload: dataRecord(payload).hash })}\n`,
    );
    addEvent(folder, "Result", tool(folder, ["election", "compute-result"]));
    tool(folder, ["election", "verify"]);
    const report = verifyArchive(readFileSync(archivePath), { backend: fastestBackend });
    expect(report.checks.filter((check) => check.outcome === "failed")).toEqual([]);
    expect(report.result).toEqual([["5", "0", "2"]]);
  });

  test("adds nothing to an archive of ours that we could not have written", () => {
    const bytes = archiveOf(ours);
    const archive = expectOk(readArchive(bytes));
    expect(archiveBytes(archive.timestamp, archive.records.slice(1))).toEqual(bytes);
    expect(verifyArchive(bytes, { backend: fastestBackend }).verdict).toBe("valid");
  });
});
