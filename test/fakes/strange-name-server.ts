// A name server that does what no decent one does: it answers questions, over UDP and TCP, with whatever a test says.
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import type { Answer, DecodedPacket, Packet } from "dns-packet";
import { AUTHORITATIVE_ANSWER, decode, encode, streamEncode } from "dns-packet";

/** The answer to a question, or several for several datagrams; none: it stays silent. */
export type Strangeness = (asked: DecodedPacket, by: "udp" | "tcp") => readonly Packet[];

/** Starts it; answers with what stops it. */
export async function startStrangeNameServer(
  address: string,
  port: number,
  strangeness: Strangeness,
): Promise<() => void> {
  const datagrams = createSocket("udp4");
  datagrams.on("message", (message, { port: from, address: who }) => {
    for (const answer of strangeness(decode(message), "udp")) datagrams.send(encode(answer), from, who);
  });
  datagrams.bind(port, address);
  const streams = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.on("data", (part) => {
      for (const answer of strangeness(decode(part.subarray(2)), "tcp")) socket.write(streamEncode(answer));
      socket.end();
    });
  });
  streams.listen(port, address);
  await Promise.all([once(datagrams, "listening"), once(streams, "listening")]);
  return () => {
    datagrams.close();
    streams.close();
  };
}

/** Answers for every zone there is, authoritatively, and has every name; so a test needs no zones. */
export function servesEverything(address: string): Strangeness {
  return ({ id, questions = [] }) => {
    const [{ name, type } = { name: "", type: "" }] = questions;
    const timers = { refresh: 3600, retry: 600, expire: 86_400, minimum: 60 };
    const soa = { mname: "ns1.dns.example", rname: "hostmaster.dns.example", serial: 1, ...timers };
    const answers: Answer[] =
      type === "SOA" ? [{ type, name, data: soa }] : type === "A" ? [{ type, name, data: address }] : [];
    return [{ type: "response", ...(id === undefined ? {} : { id }), flags: AUTHORITATIVE_ANSWER, questions, answers }];
  };
}
