// Every address that nobody else answers. It exists so that the frame around "not found" knows who reads and in which language.

export function loader(): never {
  // Remix's way of answering with an error page.
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
