"use client";

import { fieldId, useFormState } from "@/components/ui/form";
import { City } from "@/components/ui/plate";

interface Props {
  cities: { id: string; code: string; name: string; accent: string }[];
  label: string;
  errorPrefix: string;
}

/** All cities with their plates, ticked at first. */
export function CityChoices({ cities, label, errorPrefix }: Props) {
  const { values, fields } = useFormState();
  const id = fieldId("cities");
  const error = fields.cities;
  // A form that was sent without any city has no value for them at all.
  const chosen = "formKey" in values ? [values["cities[]"] ?? []].flat() : cities.map((city) => city.id);
  return (
    <fieldset className={error ? "field wrong" : "field"} id={id} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{label}</legend>
      {error && (
        <p className="error" id={`${id}-error`}>
          <span className="vh">{errorPrefix}</span>
          {error}
        </p>
      )}
      <div className="pick">
        {cities.map((city) => (
          <label className="choice" key={city.id}>
            <input type="checkbox" name="cities[]" value={city.id} defaultChecked={chosen.includes(city.id)} />
            <City city={city} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
