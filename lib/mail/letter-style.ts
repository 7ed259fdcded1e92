export const PAGE = "margin:0;padding:24px;font:16px/1.5 Verdana,sans-serif;color:#1a2026;background:#fbfaf7";

/** For mail programs that know the dark: everything else stands at the elements, since many drop a sheet. */
export const letterStyle =
  "<style>@media (prefers-color-scheme:dark){body{color:#e7ecf0!important;background:#14171a!important}a{color:#8cc3fc!important}.small,.small a{color:#aab2ba!important}blockquote{border-color:#8cc3fc!important}}</style>";
