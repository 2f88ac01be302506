SET check_function_bodies = off
