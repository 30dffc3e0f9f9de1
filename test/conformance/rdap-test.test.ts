// The checker of ICANN's RDAP suite, a program nobody here wrote, finds nothing to say about our answers, and does where there is something.
import { execFile } from "node:child_process";
import type { RequestListener } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { LiveDirectory } from "#app/modules/directory/index.server.ts";
import { findOrganizations } from "#app/modules/organizations/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { openRdapDoor } from "#app/processes/rdap.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { commandOf, describeWith, pathOfPart } from "#test/setup/requirements.ts";

const dayOne = new URL("../fixtures/register/day-1.txt", import.meta.url).pathname;
const kinds = ["error", "std95-error", "cidr0-error"].flatMap((kind) => ["-C", kind]);

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/rdap`;
}

/** What the checker says; 0: nothing to say. */
async function check(url: string): Promise<{ readonly code: number; readonly said: string }> {
  const [command, ...before] = commandOf(pathOfPart("rdap-test"));
  const words = [...before, "-T", "--skip-v6", "-L", "error", ...kinds, "-g", "nro", url];
  try {
    const { stdout } = await promisify(execFile)(command, words);
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stdout } = error as { code?: unknown; stdout?: string };
    if (typeof code !== "number") throw error;
    return { code, said: stdout ?? "" };
  }
}

describeWith("rdap-test", "the RDAP checker", () => {
  describeOnEachDatabase(
    "reads our answers",
    (given) => {
      test("networks of both families, AS numbers, people, searches and help have no fault", async () => {
        const context = given.context();
        expectOk(await importRegister(context, { path: dayOne }));
        const { organizations } = await findOrganizations(context, { query: "" });
        const directory = await LiveDirectory.open(context);
        const contact = directory.index.organizationByHandle(organizations[0]?.handle ?? "")?.administrativeContactId;
        const person = directory.index.contact(contact ?? "")?.userId ?? "";
        const door = openRdapDoor(context, directory);
        const base = await serve((request, response) => void door(request, response));
        for (const path of [
          ...["ip/198.18.0.0/22", "ip/2001:db8::1", "autnum/64496", `entity/${person}`, "help"],
          ...["ips?handle=198.18.*", "autnums?handle=AS644*", `entities?handle=${person}`],
        ]) {
          const { code, said } = await check(`${base}/${path}`);
          expect([path, code, said]).toEqual([path, 0, said]);
          expect(said).toContain("No issues or errors");
        }
      });

      test("an answer with a fault is found out", async () => {
        const base = await serve((_request, response) =>
          response
            .writeHead(200, { "Content-Type": "application/rdap+json" })
            .end(
              JSON.stringify({ objectClassName: "ip network", handle: "198.18.0.0/22", startAddress: "198.18.0.0" }),
            ),
        );
        expect((await check(`${base}/ip/198.18.0.0/22`)).code).not.toBe(0);
      });
    },
    { on: "sqlite" },
  );
});
