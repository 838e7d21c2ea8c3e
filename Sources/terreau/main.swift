print("terreau")
