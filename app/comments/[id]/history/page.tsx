import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentHistory } from "@/components/comments/comment-history";
import { getLocale, requireActor } from "@/lib/auth/current";
import { commentHistory } from "@/lib/comments/history";
import { translator } from "@/lib/i18n/translator";
import { isId } from "@/lib/ids";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "comments")("history.title") };
}

export default async function Page({ params }: PageProps<"/comments/[id]/history">) {
  const { id } = await params;
  const actor = await requireActor(`/comments/${id}/history`);
  const locale = await getLocale();
  const history = isId(id) ? await commentHistory(actor, id, { locale, zone: actor.zone }) : null;
  if (!history) notFound();
  return <CommentHistory history={history} locale={locale} />;
}
