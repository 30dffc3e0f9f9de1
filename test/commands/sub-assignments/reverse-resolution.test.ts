// IPv4 ranges longer than /24: only while a real authoritative server on loopback answers for the zone that they lie in.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { delegateZones } from "#app/modules/reverse-dns/index.server.ts";
import { markOf } from "#app/modules/sub-assignments/domain/act.ts";
import { registerSubAssignment, resizeSubAssignment } from "#app/modules/sub-assignments/index.server.ts";
import { aBlock, aCustomer, block, read, there } from "#test/factories/sub-assignments.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import type { ServedZone } from "#test/setup/name-server.ts";
import { freePortOn, NameServer } from "#test/setup/name-server.ts";
import { describeWith } from "#test/setup/requirements.ts";

const hosts: ServedZone = { name: "dns.example", records: "ns1 A 127.0.0.1\nns2 A 127.0.0.2" };
const zone: ServedZone = { name: "1.18.198.in-addr.arpa" };
const elsewhere: ServedZone = { name: "2.18.198.in-addr.arpa" };

describeWith(["knotd"], "ranges longer than /24", () => {
  const folder = mkdtempSync(join(tmpdir(), "plenaria-knot-"));
  let port = 0;
  let first: NameServer;
  let second: NameServer;

  beforeAll(async () => {
    port = await freePortOn(["127.0.0.1", "127.0.0.2"]);
    first = new NameServer("127.0.0.1", port, join(folder, "first"));
    second = new NameServer("127.0.0.2", port, join(folder, "second"));
    await second.serve([zone]);
  });

  afterAll(async () => {
    await Promise.all([first.stop(), second.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  describeOnEachDatabase("are given on", (given) => {
    test("not before their zone is delegated, while one server answers for it, and no longer once none does", async () => {
      await Promise.all([first.serve([hosts, zone]), second.serve([zone])]);
      const { context: plain, customers } = await aBlock(given);
      const settings = { ...plain.settings, dnsResolvers: [`127.0.0.1:${port}`], dnsPort: port };
      const context = { ...plain, settings };
      const codeOf = async (range: string, around = block, by = context) => {
        const input = { block: around, range: read(range), ...aCustomer(customers[0]) };
        const outcome = await registerSubAssignment(by, input);
        return outcome.ok ? "done" : outcome.error.code;
      };
      // The servers answer, and yet the registry does not lead to them.
      expect(await codeOf("198.18.1.0/25")).toBe("REVERSE_NOT_DELEGATED");
      expect(await codeOf("198.18.0.0/24")).toBe("done");
      const asSystem = { ...given.context(), settings };
      expect(await codeOf("2001:db8:100::/40", read("2001:db8::/36"), asSystem)).toBe("done");
      expect(await codeOf("2001:db8:200::/64", read("2001:db8::/36"), asSystem)).toBe("done");

      const servers = ["ns1.dns.example", "ns2.dns.example"];
      expectOk(await delegateZones(context, { range: read("198.18.1.0/24"), hosts: servers, dsRecords: "" }));
      expect(await codeOf("198.18.1.0/25")).toBe("done");
      expect(await codeOf("198.18.2.0/25")).toBe("REVERSE_NOT_DELEGATED");
      await second.stop();
      expect(await codeOf("198.18.1.128/29")).toBe("done");

      // A server that is there and knows nothing of the zone is as good as none.
      await first.serve([hosts, elsewhere]);
      expect(await codeOf("198.18.1.192/29")).toBe("REVERSE_NOT_DELEGATED");
      const standing = await there(context, "198.18.1.0/25");
      const smaller = { range: read("198.18.1.0/26"), assignedOn: "2026-03-01" };
      const one = { prefix: standing.prefix, seen: markOf(standing) };
      expect(await resizeSubAssignment(context, { ...one, ...smaller })).toMatchObject({
        error: { code: "REVERSE_NOT_DELEGATED" },
      });
      await first.serve([hosts, zone]);
      expectOk(await resizeSubAssignment(context, { ...one, ...smaller }));
    });
  });
});
