// The front page.
export default function FrontPage() {
  return <h1>Plenaria</h1>;
}
