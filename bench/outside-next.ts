import React from "react";

// lib/auth imports next/navigation, which makes contexts while it loads; React on the server has none. None is used here.
Object.assign(React, { createContext: () => ({}) });
