import { City } from "@/components/ui/plate";
import { Choice } from "./choice";
import { ChoiceGroup } from "./choice-group";

interface Props {
  name: string;
  cities: readonly { id: string; code: string; name: string; accent: string }[];
  chosen: readonly string[];
  label: string;
  hint?: string;
  errorPrefix: string;
}

/** All cities with their plates. */
export function CityChoices({ name, cities, chosen, label, hint, errorPrefix }: Props) {
  return (
    <ChoiceGroup name={name} legend={label} hint={hint} errorPrefix={errorPrefix}>
      <div className="pick">
        {cities.map((city) => (
          <Choice key={city.id} type="checkbox" name={name} value={city.id} ticked={chosen.includes(city.id)}>
            <City city={city} />
          </Choice>
        ))}
      </div>
    </ChoiceGroup>
  );
}
