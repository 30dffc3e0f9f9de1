// WHOIS over real connections: what it answers, and that neither a flood, nor a slow client, nor a long question hurts anybody.
import { execFile } from "node:child_process";
import type { Socket } from "node:net";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { LiveDirectory } from "#app/modules/directory/index.server.ts";
import { editOrganization, findOrganizations } from "#app/modules/organizations/index.server.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { QueryMeter } from "#app/platform/query-meter.server.ts";
import type { WhoisOptions } from "#app/processes/whois.ts";
import { startWhois } from "#app/processes/whois.ts";
import type { Given } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { describeWith, pathOfPart } from "#test/setup/requirements.ts";

const dayOne = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;

/** Beside "IP Client", which is the client's own address. */
const opening = ["% IP Client: 127.0.0.1", "", "% Joint Whois - localhost"].join("\r\n");

async function aWhois(given: Given, options: Partial<WhoisOptions> = {}): Promise<number> {
  const context = given.context();
  expectOk(await importRegister(context, { path: dayOne }));
  const whois = await startWhois(context, await LiveDirectory.open(context), { port: 0, ...options });
  onTestFinished(() => whois.stop());
  return whois.port;
}

function call(port: number): Socket {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  socket.on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Everything that comes until the other side is done. */
function hear(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let heard = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => (heard += chunk));
    socket.on("end", () => {
      socket.end();
      resolve(heard);
    });
    socket.on("close", () => resolve(heard));
  });
}

async function ask(port: number, question: string): Promise<string> {
  const socket = call(port);
  const answer = hear(socket);
  socket.write(`${question}\r\n`);
  return answer;
}

/** The lines of an answer between its opening and its closing words. */
function linesOf(answer: string): string[] {
  return answer.split("\r\n").filter((line) => line !== "" && !line.startsWith("%"));
}

describeOnEachDatabase(
  "whois",
  (given) => {
    test("it answers an address, a prefix, an AS number, an organisation and a contact, each as far as it goes", async () => {
      expectOk(await importRegister(given.context(), { path: dayOne }));
      const [holder] = (await findOrganizations(given.context(), { query: "" })).organizations.filter(
        ({ opaqueId }) => opaqueId === "101",
      );
      if (holder === undefined) throw new Error("the fixture has a holder 101");
      const place = { street: "Rambla República de México, 6125", postalCode: "11400", city: "Montevideo" };
      const fields = { ...place, name: "Conexión Ñandú", country: "UY", phone: "+598 2 6042222" };
      expectOk(await editOrganization(given.context(), { organizationId: holder.id, ...fields }));
      const port = await aWhois(given);
      const answer = await ask(port, "198.18.1.77");
      expect(answer.startsWith(opening)).toBe(true);
      expect(answer).not.toMatch(/[^\r]\n/);
      const lines = linesOf(answer);
      expect(lines.slice(0, 5)).toEqual([
        "inetnum:     198.18.0.0/22",
        "status:      allocated",
        "aut-num:     N/A",
        "owner:       Conexión Ñandú",
        `ownerid:     ${holder.handle}`,
      ]);
      const labels = lines.map((line) => line.slice(0, line.indexOf(":")));
      expect(labels).toEqual([
        ...[
          "inetnum",
          "status",
          "aut-num",
          "owner",
          "ownerid",
          "responsible",
          "address",
          "address",
          "country",
          "phone",
        ],
        ...["owner-c", "tech-c", "abuse-c", "created", "changed"],
        ...["nic-hdl", "person", "e-mail", "created"],
      ]);
      expect(lines).toEqual(
        expect.arrayContaining([
          "address:     Rambla República de México, 6125",
          "address:     11400 - Montevideo",
          "phone:       +598 2 6042222 []",
          "created:     20150601",
        ]),
      );
      const handle = /^owner-c: {5}(\S+)$/m.exec(lines.join("\n"))?.[1] ?? "";
      expect(linesOf(await ask(port, "198.18.0.0/24"))).toEqual(lines);
      expect(linesOf(await ask(port, "2001:db8:0:1::/64"))[0]).toBe("inetnum:     2001:db8::/36");
      for (const asn of ["AS64496", "as64496", "64496"]) {
        const system = linesOf(await ask(port, asn));
        expect(system.slice(0, 3)).toEqual(["aut-num:     AS64496", lines[3], lines[4]]);
        expect(system).toContain(`routing-c:   ${handle}`);
      }
      expect(linesOf(await ask(port, holder.handle.toLowerCase()))).toEqual(
        expect.arrayContaining([lines[3], lines[4]]),
      );
      expect(linesOf(await ask(port, handle))).toEqual(lines.slice(-4));
    });

    test("what the register does not know, or nobody holds, has no match, and what was typed begins no line", async () => {
      const port = await aWhois(given);
      expect(await ask(port, "198.18.8.1")).toContain('% No match for "198.18.8.1"\r\n');
      expect(await ask(port, "AS64498")).toContain('% No match for "AS64498"\r\n');
      expect(await ask(port, "-i origin AS64496")).toContain('% No match for "-I ORIGIN AS64496"\r\n');
      expect(await ask(port, "x\rowner: somebody")).toContain('% No match for "X OWNER: SOMEBODY"\r\n');
      expect(await ask(port, "")).toContain('% No match for ""\r\n');
    });
  },
  { fresh: "once" },
);

describeOnEachDatabase(
  "whois under load",
  (given) => {
    test("a long question is refused and answered all the same, and a client that says nothing is sent away", async () => {
      const port = await aWhois(given, { patienceMs: 300 });
      const long = await ask(port, "x".repeat(10_000));
      expect(long).toContain("% A query has at most 256 bytes.");
      const slow = call(port);
      const silence = hear(slow);
      slow.write("198.18");
      const letters = setInterval(() => slow.write("."), 50);
      onTestFinished(() => clearInterval(letters));
      expect(await silence).toBe("");
      expect(linesOf(await ask(port, "198.18.0.1"))[0]).toBe("inetnum:     198.18.0.0/22");
    });

    test("rubbish, zeros and letters in another encoding are answered, and never come back as they are", async () => {
      const port = await aWhois(given);
      for (const bytes of [
        Buffer.from([0, 0, 0, 0x0a]),
        Buffer.from([0xff, 0xfe, 0x80, 0x0d, 0x0a]),
        Buffer.from("Conexi\u00f3n\n", "latin1"),
        Buffer.from("198.18.0.1\u0000\u001b[2J\n"),
        Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x0a]),
      ]) {
        const socket = call(port);
        const answer = hear(socket);
        socket.write(bytes);
        const heard = await answer;
        expect(heard).toContain("% No match for");
        expect(heard).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f]/);
      }
      // Only the first line is a question; what comes with it or behind it is let fall.
      expect(linesOf(await ask(port, `198.18.0.1\r\n${"AS64496\r\n".repeat(1_000)}`))[0]).toBe(
        "inetnum:     198.18.0.0/22",
      );
    });

    test("clients that take nothing of their answer are sent away, and hundreds at once hurt nobody after them", async () => {
      const port = await aWhois(given, { patienceMs: 400, mostConnections: 50, mostConnectionsOfOne: 50 });
      const sockets = Array.from({ length: 300 }, () => call(port));
      for (const socket of sockets) {
        socket.pause();
        socket.write("198.18.0.1\r\n");
      }
      await sleep(600);
      for (const socket of sockets) socket.destroy();
      await expect.poll(async () => linesOf(await ask(port, "64497"))[0]).toBe("aut-num:     AS64497");
    });

    test("a client that stops sending without ending its line is answered", async () => {
      const port = await aWhois(given);
      const socket = call(port);
      const answer = hear(socket);
      socket.end("AS64497");
      expect(linesOf(await answer)[0]).toBe("aut-num:     AS64497");
    });

    test("who asks too much gets less, with a word about it, and then waits", async () => {
      const port = await aWhois(given, {
        meter: new QueryMeter({ perMinute: 3, reducedPerMinute: 2, waitSeconds: 120 }),
      });
      const answers: string[] = [];
      for (let turn = 0; turn < 6; turn += 1) answers.push(await ask(port, "198.18.0.1"));
      expect(answers.map((answer) => answer.includes("e-mail:"))).toEqual([true, true, true, false, false, false]);
      expect(answers[3]).toContain("% Query rate limit exceeded. Reduced information.");
      expect(linesOf(answers[4] ?? "")[0]).toBe("inetnum:     198.18.0.0/22");
      expect(linesOf(answers[5] ?? "")).toEqual([]);
      expect(answers[5]).toMatch(/% Query rate limit exceeded\. Blocked for 1(20|19) seconds\./);
    });

    test("more connections than there may be are told so, and those before them are answered", async () => {
      const port = await aWhois(given, { mostConnections: 8, mostConnectionsOfOne: 5 });
      const sockets = Array.from({ length: 12 }, () => call(port));
      const heard = sockets.map(hear);
      await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once("connect", resolve))));
      await sleep(50);
      for (const socket of sockets) if (!socket.destroyed) socket.write("64496\r\n");
      const answers = await Promise.all(heard);
      expect(answers.filter((answer) => answer.includes("aut-num:     AS64496"))).toHaveLength(5);
      expect(answers.filter((answer) => answer.includes("Maximum concurrent connections"))).toHaveLength(7);
      await expect.poll(async () => linesOf(await ask(port, "64497"))[0]).toBe("aut-num:     AS64497");
    });

    describeWith("whois", "with the whois of Debian", () => {
      test("it is asked and understood, in the letters of the region too", async () => {
        const port = await aWhois(given);
        const run = promisify(execFile);
        const asked = await run(pathOfPart("whois"), ["-h", "127.0.0.1", "-p", String(port), "AS64496"], {
          env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
        });
        expect(asked.stdout).toContain("aut-num:     AS64496\n");
        const [holder] = await given.database.organization.findMany({ where: { opaqueId: "101" } });
        expect(asked.stdout).toContain(`owner:       ${holder?.name ?? "?"}\n`);
        // Flags that another server knows are part of the question, which then is none of ours.
        const flagged = await run(pathOfPart("whois"), [
          "-h",
          "127.0.0.1",
          "-p",
          String(port),
          "--",
          "-B -T aut-num AS64496",
        ]);
        expect(flagged.stdout).toContain('% No match for "-B -T AUT-NUM AS64496"\n');
        const prefix = await run(pathOfPart("whois"), ["-h", "127.0.0.1", "-p", String(port), "198.18.1.0/24"]);
        expect(prefix.stdout).toContain("inetnum:     198.18.0.0/22\n");
      });
    });
  },
  { on: "sqlite" },
);
