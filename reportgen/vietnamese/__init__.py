"""The Vietnamese language as offices write it: text, numbers, dates, periods, number words, old fonts."""
