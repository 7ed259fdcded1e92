import { notFound, redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/current";
import { placeOfComment } from "@/lib/comments/place";
import { isId } from "@/lib/ids";

/** Leads to where a comment stands. */
export default async function Page({ params }: PageProps<"/comments/[id]">) {
  const { id } = await params;
  const actor = await requireActor(`/comments/${id}`);
  const place = isId(id) ? await placeOfComment(actor, id) : null;
  if (!place) notFound();
  redirect(place);
}
