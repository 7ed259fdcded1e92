"use server";

import { cookies } from "next/headers";
import { LOCALE_COOKIE } from "@/lib/auth/current";
import { settings } from "@/lib/env/settings";
import { pickLocale } from "@/lib/i18n/locales";

/** Chooses the interface's language in this browser. The rest of the page stays as it is. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const locale = pickLocale([String(form.get("language") ?? "")]);
  (await cookies()).set(LOCALE_COOKIE, locale, {
    path: "/",
    sameSite: "lax",
    httpOnly: true,
    secure: settings.secure,
    maxAge: 365 * 86_400,
  });
}

/** The browser's choice no longer counts; the person's first language does. */
export async function forgetLanguage(): Promise<void> {
  (await cookies()).delete(LOCALE_COOKIE);
}
