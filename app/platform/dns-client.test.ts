// What a name server, or the address that somebody wrote for it, can do to whoever asks.
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { encode } from "dns-packet";
import { expect, test } from "vitest";
import { askDnsServer } from "./dns-client.server.ts";
import { systemRandomness } from "./randomness.server.ts";

const question = { name: "0.18.198.in-addr.arpa", type: "SOA" } as const;

test("an address to which no system sends anything is unreachable, and nothing else happens", async () => {
  // Security: whoever controls a name writes any address for it; these let the system refuse before a datagram leaves.
  for (const address of ["255.255.255.255", "ff02::1"]) {
    const outcome = await askDnsServer({ address, port: 53, timeoutMs: 500 }, question, systemRandomness);
    expect(outcome).toEqual({ failure: "unreachable" });
  }
});

test("an answer that announces more records than any zone's top has is not read", async () => {
  const server = createSocket("udp4");
  server.on("message", (message, { port, address }) => {
    const answers = Array.from({ length: 101 }, () => ({ type: "A" as const, name: question.name, data: "192.0.2.1" }));
    const questions = [{ ...question, class: "IN" as const }];
    server.send(encode({ type: "response", id: message.readUInt16BE(0), questions, answers }), port, address);
  });
  server.bind(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  const outcome = await askDnsServer({ address: "127.0.0.1", port, timeoutMs: 200 }, question, systemRandomness);
  server.close();
  expect(outcome).toEqual({ failure: "timeout" });
});
