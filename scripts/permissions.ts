import { writeFile } from "node:fs/promises";
import { permissionsPage } from "@/lib/auth/permissions-doc";

await writeFile("docs/permissions.md", permissionsPage());
