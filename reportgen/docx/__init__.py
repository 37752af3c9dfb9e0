"""The Word door: packages, XML, frames and what is measured on them."""
