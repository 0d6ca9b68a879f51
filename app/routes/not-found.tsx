/** Every address that the site map does not know. A page of its own, so that the shell still knows who is asking. */
export function loader() {
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
