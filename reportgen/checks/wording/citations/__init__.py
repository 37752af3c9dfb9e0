"""Documents cited in the text: found once by ``citing``, judged by one module per rule."""
