"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** What a closed tab left on this device goes to the server; then the page says where it is. Shows nothing. */
export function SendLeftovers({ person }: { person: string }) {
  const router = useRouter();
  useEffect(() => {
    let left = false;
    import("./recovery")
      .then(({ sendLeftovers }) => sendLeftovers(person, null))
      .then((sent) => sent > 0 && !left && router.refresh())
      .catch(() => {});
    return () => {
      left = true;
    };
  }, [person, router]);
  return null;
}
