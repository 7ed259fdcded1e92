export default function Page() {
  return <h1>Stafeta</h1>;
}
