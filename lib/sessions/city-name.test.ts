import { expect, it } from "vitest";
import { cityName, placeOf } from "./city-name";

const turin = { id: "tor", name: "Turin", localName: "Torino", languages: ["it"], zone: "Europe/Rome" };
const dublin = {
  id: "dub",
  name: "Dublin",
  localName: "Baile Átha Cliath",
  languages: ["en", "ga"],
  zone: "Europe/Dublin",
};
const milan = { id: "mil", name: "Milan", localName: "Milano", languages: ["it"], zone: "Europe/Rome" };

const warsaw = { id: "waw", name: "Warsaw", localName: "Warszawa", languages: ["pl"], zone: "Europe/Warsaw" };
const bilbao = { id: "bil", name: "Bilbao", localName: "Bilbo", languages: ["es", "eu"], zone: "Europe/Madrid" };

it("a city is called by its own name only in its own language, else as its reader calls it", () => {
  const all = [turin, dublin, warsaw, bilbao];
  expect(all.map((city) => cityName(city, "it"))).toEqual(["Torino", "Dublino", "Varsavia", "Bilbao"]);
  expect(all.map((city) => cityName(city, "en"))).toEqual(["Turin", "Dublin", "Warsaw", "Bilbao"]);
  expect(all.map((city) => cityName(city, "pl"))).toEqual(["Turin", "Dublin", "Warszawa", "Bilbao"]);
});

it("a reader's clock is named after their own city, a city on it, or the zone's place", () => {
  expect(placeOf("Europe/Rome", [turin, milan], ["mil"], "en")).toBe("Milan");
  expect(placeOf("Europe/Rome", [turin, milan], ["dub"], "it")).toBe("Torino");
  expect(placeOf("America/Argentina/Buenos_Aires", [turin], [], "en")).toBe("Buenos Aires");
});
