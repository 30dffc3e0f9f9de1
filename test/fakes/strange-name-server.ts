// A name server that does what no decent one does: it answers questions, over UDP and TCP, with whatever a test says.
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import type { DecodedPacket, Packet } from "dns-packet";
import { decode, encode, streamEncode } from "dns-packet";

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
