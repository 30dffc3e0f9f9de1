// Asks one DNS server one question: over UDP, and over TCP where the answer is cut short. Source: RFC 1035 §4.2, RFC 7766 §5, RFC 5452 §9
// (an answer counts only if number, question and address are those that were asked).
import { createSocket } from "node:dgram";
import { connect, isIPv6 } from "node:net";
import { decode, encode, streamEncode } from "dns-packet";
import type { DecodedPacket, Packet, RecordType } from "dns-packet";
import type { RandomBytes } from "./randomness.server.ts";

export interface DnsQuestion {
  readonly name: string;
  readonly type: RecordType;
}

/** Where and how long: tests ask servers on ports of their own. */
export interface DnsServer {
  readonly address: string;
  readonly port: number;
  readonly timeoutMs: number;
}

export type DnsFailure = "timeout" | "connection-refused" | "unreachable" | "malformed";
export type DnsOutcome = { readonly answer: DecodedPacket } | { readonly failure: DnsFailure };

/** Asks twice where nothing comes back: a datagram may be lost. Never throws for what a server does. */
export async function askDnsServer(server: DnsServer, question: DnsQuestion, random: RandomBytes): Promise<DnsOutcome> {
  const [high = 0, low = 0] = random(2);
  const packet: Packet = { type: "query", id: high * 256 + low, flags: 0, questions: [{ ...question, class: "IN" }] };
  let outcome: DnsOutcome = { failure: "timeout" };
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    outcome = await askByUdp(server, packet);
    if (!("failure" in outcome) || outcome.failure !== "timeout") break;
  }
  return "answer" in outcome && outcome.answer.flag_tc ? askByTcp(server, packet) : outcome;
}

function askByUdp({ address, port, timeoutMs }: DnsServer, packet: Packet): Promise<DnsOutcome> {
  return new Promise((resolve) => {
    const socket = createSocket(isIPv6(address) ? "udp6" : "udp4");
    let isOver = false;
    const end = (outcome: DnsOutcome) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      socket.close();
      resolve(outcome);
    };
    const timer = setTimeout(() => end({ failure: "timeout" }), timeoutMs);
    // Why not once: an error that nobody hears ends the program.
    socket.on("error", (error) => end({ failure: failureOf(error) }));
    socket.on("message", (message) => {
      const answer = readAnswer(message, packet);
      // Why it waits on: what does not answer this question may be somebody else's, sent to be believed.
      if (answer !== undefined) end({ answer });
    });
    // Why connected: only then the system says that nothing listens, and takes datagrams from this address alone.
    // Security: no callback is given to it. It would be called for an address to which the system sends nothing too ("255.255.255.255", or
    // any of IPv6 where there is none), and sending then would throw where nobody catches it.
    socket.once("connect", () => socket.send(encode(packet)));
    socket.connect(port, address);
  });
}

function askByTcp({ address, port, timeoutMs }: DnsServer, packet: Packet): Promise<DnsOutcome> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    const end = (outcome: DnsOutcome) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(outcome);
    };
    const timer = setTimeout(() => end({ failure: "timeout" }), timeoutMs);
    const parts: Buffer[] = [];
    socket.once("connect", () => socket.write(streamEncode(packet)));
    socket.on("error", (error) => end({ failure: failureOf(error) }));
    socket.once("end", () => end({ failure: "malformed" }));
    socket.on("data", (part) => {
      parts.push(part);
      const all = Buffer.concat(parts);
      if (all.length < 2 || all.length < all.readUInt16BE(0) + 2) return;
      const answer = readAnswer(all.subarray(2), packet);
      end(answer === undefined ? { failure: "malformed" } : { answer });
    });
  });
}

/** More than the top of any zone has. Security: a packet of thousands of names that point at each other is read for half a second. */
const mostRecords = 100;

function readAnswer(message: Buffer, asked: Packet): DecodedPacket | undefined {
  try {
    const records = [6, 8, 10].reduce((sum, place) => sum + message.readUInt16BE(place), 0);
    if (message.readUInt16BE(4) !== 1 || records > mostRecords) return undefined;
    const answer = decode(message);
    const [question] = answer.questions ?? [];
    const [wanted] = asked.questions ?? [];
    const isMine = answer.type === "response" && answer.id === asked.id;
    const isSame = question?.name.toLowerCase() === wanted?.name.toLowerCase() && question?.type === wanted?.type;
    return isMine && isSame ? answer : undefined;
  } catch {
    // Why: whoever can send a datagram can send nonsense.
    return undefined;
  }
}

function failureOf(error: Error): DnsFailure {
  return (error as { code?: string }).code === "ECONNREFUSED" ? "connection-refused" : "unreachable";
}
