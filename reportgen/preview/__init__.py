"""See a report while it is being written: what it is made of, a try at building it, the last page that was good."""
