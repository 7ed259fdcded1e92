# Reads a calendar message with a library that has nothing to do with Node, and says what it understood.
import json
import sys

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
(event,) = calendar.walk("VEVENT")
attendees = event.get("ATTENDEE", [])
utc = lambda name: event.decoded(name).astimezone(__import__("datetime").timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
json.dump(
    {
        "method": str(calendar["METHOD"]),
        "status": str(event["STATUS"]),
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "start": utc("DTSTART"),
        "end": utc("DTEND"),
        "summary": str(event["SUMMARY"]),
        "organizer": str(event["ORGANIZER"]),
        "attendees": [str(one) for one in (attendees if isinstance(attendees, list) else [attendees])],
        "answer": (attendees if not isinstance(attendees, list) else attendees[0]).params["PARTSTAT"],
    },
    sys.stdout,
)
